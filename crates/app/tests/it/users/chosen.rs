//! What is found in a client is chosen by project and by work list.

use app::Barred;
use app::users::search::{self, Wanted};
use domain::access::Denied;
use domain::first_login::progress::WorkList;
use testkit::each_engine;

use super::{clerk, is_denied, town};
use crate::house::House;

#[tokio::test]
async fn what_is_found_is_chosen_by_project_and_work_list() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        town(&house).await;
        let own = clerk(&house);
        let chosen = async |text: &str, project: Option<&str>, list: Option<WorkList>| {
            let project = project.map(|path| path.parse().unwrap());
            let wanted = Wanted { text: text.to_owned(), project, list };
            let seen = search::search(&house.app, &house.ctx(), &own, &wanted).await?;
            assert!(!seen.more);
            let mut names: Vec<String> = seen.homes.into_iter().map(|it| it.standing.username).collect();
            names.sort_unstable();
            Ok::<_, Barred>(names)
        };
        let all = None::<WorkList>;
        assert_eq!(
            chosen("een@example.nl", Some("linde/noord"), all).await.unwrap(),
            ["HENGELO01"],
            "{}",
            house.engine
        );
        assert_eq!(chosen("hengelo", Some("linde/noord"), all).await.unwrap(), ["HENGELO01"]);
        assert_eq!(chosen("almelo", Some("linde/noord"), all).await.unwrap(), Vec::<String>::new());
        let untold = Some(WorkList::NotTold);
        assert_eq!(chosen("", None, untold).await.unwrap(), ["ALMELO01", "ALMELO03", "HENGELO01"]);
        assert_eq!(chosen("", Some("linde/zuid"), untold).await.unwrap(), ["ALMELO01", "ALMELO03"]);
        assert_eq!(chosen("", None, Some(WorkList::NoAddress)).await.unwrap(), ["ALMELO02"]);
        assert_eq!(chosen("almelo", None, Some(WorkList::NoAddress)).await.unwrap(), ["ALMELO02"]);
        assert_eq!(chosen("V1", None, Some(WorkList::NoAddress)).await.unwrap(), Vec::<String>::new());
        let foreign = chosen("almelo", Some("eik/oost"), all).await;
        assert!(is_denied(foreign, Denied::NotYours), "law 9");
        assert!(is_denied(chosen("", Some("linde/nergens"), untold).await, Denied::NotYours));
    })
    .await;
}
