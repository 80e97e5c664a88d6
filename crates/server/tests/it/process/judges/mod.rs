//! What the program writes for people, in the hands of other people's programs: five thousand letters on paper, and every list
//! in a spreadsheet.

mod letters;
mod lists;
mod spreadsheets;
