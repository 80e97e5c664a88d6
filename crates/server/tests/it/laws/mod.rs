//! One file per law (docs/laws.md), attacking it from outside.

mod law_01_nobody_issues_passwords;
mod law_02_nobody_looks_into_passwords;
mod law_03_04_06_own_address;
mod law_03_three_ways_to_a_password;
mod law_04_answers;
mod law_04_own_texts;
mod law_04_recipients;
mod law_05_links_are_harmless;
mod law_06_09_own_data;
mod law_06_colleagues_end_too;
mod law_06_the_end_ends_everything;
mod law_07_08_programs;
mod law_07_same_or_new;
mod law_08_in_use;
mod law_09_own_homes_only;
mod law_09_own_people_only;
mod law_09_programs;
mod law_09_random_stream;
mod law_10_no_contact;
mod law_11_acts_on_people;
mod law_11_everything_can_be_shown;
mod law_12_nothing_is_lost;
mod law_13_collect_little;
