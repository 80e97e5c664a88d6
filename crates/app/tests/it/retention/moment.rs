//! What goes, goes at its moment: nothing a second before, whatever the class.

use domain::retention::Class;
use domain::time::{Span, Time};
use testkit::{each_engine, raw};

use super::{dry, left};
use crate::house::House;

/// From when each class counts, of what a household leaves behind: the first of its rows.
const FROM: [(Class, &str); 7] = [
    (Class::Household, "SELECT MIN(access_ends_at) FROM identity"),
    (Class::Address, "SELECT MIN(ended_at) FROM email_link"),
    (Class::TenantChange, "SELECT MIN(COALESCE(done_at, changed_at)) FROM tenant_change"),
    (Class::Mail, "SELECT MIN(ended_at) FROM mail"),
    (Class::Session, "SELECT MIN(ends_at) FROM session"),
    (Class::Link, "SELECT MIN(expires_at) FROM token"),
    (Class::LogDetail, "SELECT MIN(l.at) FROM audit_line l JOIN audit_side s ON s.line_id = l.id"),
];

#[tokio::test]
async fn nothing_goes_a_second_before_its_moment() {
    each_engine(|fresh| async move {
        let house = House::build(fresh).await;
        left(&house, "ALMELO01", "weg@vertrokken.example.nl").await;
        let mut looks = Vec::new();
        for (class, sql) in FROM {
            let from = Time::from_micros(raw::count(&house.fresh, sql).await);
            let over = from + Span::days(i64::from(class.days(None)));
            looks.extend([(over - Span::seconds(1), class, false), (over, class, true)]);
        }
        looks.sort_by_key(|(at, ..)| *at);
        for (at, class, goes) in looks {
            house.forward(at - house.clock.now());
            let found = dry(&house).await.of_class(class);
            assert_eq!(found > 0, goes, "{class}: {found} at {at:?} on {}", house.engine);
        }
    })
    .await;
}
