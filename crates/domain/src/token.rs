//! What a link in a mail may be used for, and why it may be dead.

use crate::text_enum::text_enum;

text_enum! {
    /// What a token is for. It stands in the hash too, so a token of one purpose is nothing to another.
    Purpose {
        /// A new password, asked for by the person (law 3a).
        Reset = "reset",
        /// A member of staff joins (law 3b).
        Invitation = "invitation",
        /// A resident objects to a change of the own address (law 8).
        Objection = "objection",
        /// Somebody who was to leave says to live there still. It outlives the access that it is about, and opens none.
        StillHere = "still-here",
        /// A contact of a client proves that the mailbox is theirs.
        Contact = "contact",
        /// The owner of a new address proves it (PRODUCT 3.3).
        EmailConfirm = "email-confirm",
        /// The owner of the address before it takes the change back. It outlives what the new owner does, and opens nothing.
        EmailUndo = "email-undo",
        /// The owner of an account says whether it is them who asks the help desk for something. It opens nothing by itself.
        CallerCheck = "caller-check",
        /// A contact of a client says whether what was asked by mail is right.
        ContactAsk = "contact-ask",
        /// A contact of a client without service portal says which residents were told.
        ContactHandout = "contact-handout",
        /// A contact of a client answers what a resident asked about the own data.
        DataAsk = "data-ask",
    }
}

text_enum! {
    /// Why a link no longer works; the page says it and offers the way on (law 5).
    Dead {
        /// There is no such link, or it was cut in half on its way.
        Unknown = "unknown",
        /// It is older than its life.
        Expired = "expired",
        /// It, or a sister of it, was used.
        Used = "used",
        /// Three newer ones were sent.
        Replaced = "replaced",
        /// The address it went to is no longer linked.
        AddressChanged = "address-changed",
        /// Five wrong usernames were typed behind it.
        TooManyTries = "too-many-tries",
        /// The access it belonged to ended.
        Ended = "ended",
    }
}
