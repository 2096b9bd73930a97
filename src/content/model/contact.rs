//! Offices and persons to contact.

use crate::notation::scalar::Text;
use crate::{record, words};

record! {
    /// An office or person to contact. Popolo contact_details, schema:ContactPoint.
    pub struct Contact {
        /// The office.
        office: Option<Text>,
        /// The name of the person, where it is made public.
        person: Option<Text>,
        /// The ways to reach it, one at least.
        channels: Box<[Channel]>,
        /// A note, such as opening hours.
        note: Option<Text>,
    }
}

record! {
    /// A way to reach an office or person.
    pub struct Channel {
        /// The kind of way.
        kind: ChannelKind,
        /// The number or address for machines.
        value: Text,
        /// The number or address for people.
        display: Option<Text>,
    }
}

words! {
    /// A kind of channel.
    pub enum ChannelKind {
        /// Telephone.
        Phone = "phone",
        /// Telefax.
        Fax = "fax",
        /// E-mail.
        Email = "email",
        /// Certified e-mail (posta elettronica certificata, D.P.R. 68/2005).
        Pec = "pec",
        /// A web page.
        Web = "web",
        /// A postal address.
        Address = "address",
    }
}
