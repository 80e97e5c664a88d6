//! Use cases on a real store, on both engines, with a moved clock, seeded chance and mail in memory.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests fail loudly")]

mod audit;
mod bounces;
mod clients;
mod colleagues;
mod contact_asks;
mod contact_handout;
mod first_login;
mod help_desk;
mod house;
mod link_answers;
mod mail_in;
mod maintenance;
mod moods;
mod own_address;
mod own_data;
mod passkey;
mod proposal;
mod reset;
mod retention;
mod security;
mod sign_in;
mod staff;
mod tenant_change;
mod texts;
mod two_admins;
mod users;
mod where_is_my_mail;
