//! What lines of the log tell beside goes on its term; the chains stay whole, and what is missing without a reason is still told.

use app::audit::{How, verify};
use domain::retention::Class;
use domain::time::Span;
use testkit::{each_engine, raw};
use uuid::Uuid;

use super::{all, left, run, term};
use crate::house::House;

async fn faults(house: &House) -> Vec<How> {
    while app::audit::seal(&house.app, Uuid::from_u128(2)).await.unwrap() > 0 {}
    let report = verify(&house.app).await.unwrap();
    report
        .faults
        .iter()
        .map(|fault| if let app::audit::Broken::Link(link) = fault { link.how } else { panic!() })
        .collect()
}

#[tokio::test]
async fn details_go_on_their_term_and_a_missing_one_is_told_from_an_erased_one() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        left(&house, "ALMELO01", "een@example.nl").await;
        crate::staff::invite(&house, "noor@operator.example.nl", domain::role::Role::Auditor).await;
        term(&house, Class::Household, Some(1825)).await;
        let before = all(&house, "audit_side").await;
        assert!(before >= 3, "{before}");
        house.forward(Span::days(727));
        left(&house, "ALMELO02", "twee@example.nl").await;
        let young = all(&house, "audit_side").await - before;
        run(&house).await;
        assert_eq!(all(&house, "audit_side").await, before + young, "within their term on {}", house.engine);
        house.forward(Span::days(3));
        let lines = all(&house, "audit_line").await;
        assert_eq!(run(&house).await.of_class(Class::LogDetail), u64::try_from(before).unwrap(), "{}", house.engine);
        assert_eq!(all(&house, "audit_side").await, young, "the operator's own too");
        assert_eq!(all(&house, "audit_line").await, lines + 2, "a line for each chain");
        assert!(faults(&house).await.is_empty(), "{}", house.engine);
        let newest = "(SELECT line_id FROM audit_side ORDER BY line_id DESC LIMIT 1)";
        raw::run(&house.fresh, &format!("DELETE FROM audit_side WHERE line_id = {newest}")).await;
        assert_eq!(faults(&house).await, [How::DetailGone], "{}", house.engine);
    })
    .await;
}
