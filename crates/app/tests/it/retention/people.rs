//! Staff who left keep their id in the log and nothing else; whoever works stays as they are; invitations that nobody accepted go.

use domain::retention::Class;
use domain::role::Role;
use domain::time::Span;
use testkit::{each_engine, raw};

use super::{all, rows_with, run};
use crate::house::House;

#[tokio::test]
async fn who_left_is_an_id_and_who_works_is_left_alone() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        for address in ["weg@linde.example.nl", "blijft@linde.example.nl", "nooit@linde.example.nl"] {
            crate::staff::invite(&house, address, Role::Clerk).await;
        }
        let end = "UPDATE staff SET state = 'ended', ended_at = created_at WHERE email = 'weg@linde.example.nl'";
        let join = "UPDATE staff SET state = 'active', joined_at = created_at WHERE email = 'blijft@linde.example.nl'";
        raw::run(&house.fresh, end).await;
        raw::run(&house.fresh, join).await;
        house.forward(Span::days(729));
        assert_eq!(run(&house).await.of_class(Class::Staff), 0, "{}", house.engine);
        house.forward(Span::days(2));
        assert_eq!(run(&house).await.of_class(Class::Staff), 2, "{}", house.engine);
        assert_eq!(rows_with(&house, "weg@linde").await + rows_with(&house, "nooit@linde").await, 0);
        assert_eq!(rows_with(&house, "blijft@linde").await, 1, "{}", house.engine);
        assert_eq!(all(&house, "staff").await, 3, "the ids stay");
        assert_eq!(run(&house).await.of_class(Class::Staff), 0, "once");
        crate::staff::invite(&house, "weg@linde.example.nl", Role::Clerk).await;
        assert_eq!(rows_with(&house, "weg@linde").await, 1, "the address is free again");
    })
    .await;
}
