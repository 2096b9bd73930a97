//! Whom to call.

use crate::notation::scalar::Text;
use crate::{record, words};

record! {
    /// An office or person that answers. Popolo contact_details, schema:ContactPoint.
    pub struct Contact {
        /// The office.
        office: Option<Text>,
        /// The name of the person, as it is made public.
        person: Option<Text>,
        /// The ways to reach it; a rule asks for one at least.
        channels: Box<[Channel]>,
        /// Anything else to know: opening hours.
        note: Option<Text>,
    }
}

record! {
    /// A way to reach somebody.
    pub struct Channel {
        /// Which way.
        kind: ChannelKind,
        /// The number or address in the form that machines dial.
        value: Text,
        /// The number or address as people write it.
        display: Option<Text>,
    }
}

words! {
    /// The kinds of channels.
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
