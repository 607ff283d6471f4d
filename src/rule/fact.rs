//! What can be asked of a paper as a whole.

/// Something that a paper holds or lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// A head and an end: no excerpt, so that what is lacking is lacking.
    Whole,
    /// An interrogatory to which something is answered.
    Answer,
    /// An objection, to one request or to all.
    Objection,
    /// An interrogatory on another matter than secrets that is not answered.
    UnansweredInterrogatory,
    /// A section of objections to all requests.
    GeneralObjections,
    /// An oath on the answers.
    Verification,
    /// An oath whose signature line is empty.
    UnsignedVerification,
    /// A declaration under penalty of perjury without a date.
    UndatedVerification,
    /// A verification that is neither sworn nor under penalty of perjury.
    UnswornVerification,
    /// A verification that a lawyer of the party makes.
    CounselVerification,
    /// A signature on the paper, signed or not.
    Signature,
    /// A signature line on the paper that is empty, where no line of the paper is signed.
    UnsignedSignature,
    /// A signature on the paper without a date.
    UndatedSignature,
    /// A certificate or proof of service.
    Certificate,
    /// A certificate of service without a date.
    UndatedCertificate,
    /// An interrogatory before which a number is left out.
    SkippedInterrogatory,
    /// An interrogatory that bears the number of the one before it.
    RepeatedInterrogatory,
    /// An item before which a number is left out.
    SkippedItem,
    /// An item that bears the number of the one before it.
    RepeatedItemNumber,
    /// An item that says in the same words what an earlier one of the same answer says.
    RepeatedItem,
    /// An item that says in other forms of the same words what an earlier one of the same answer says.
    NearlyRepeatedItem,
    /// An item that begins with all that an earlier one of the same answer says, or is the beginning of one.
    OverlappingItem,
    /// An item that says of one name what an earlier one of the same answer says of another.
    RenamedItem,
}

impl Fact {
    /// All of them, by the names that rules give them.
    pub const ALL: [(&str, Self); 23] = [
        ("whole", Self::Whole),
        ("answer", Self::Answer),
        ("objection", Self::Objection),
        ("unanswered-interrogatory", Self::UnansweredInterrogatory),
        ("general-objections", Self::GeneralObjections),
        ("verification", Self::Verification),
        ("unsigned-verification", Self::UnsignedVerification),
        ("undated-verification", Self::UndatedVerification),
        ("unsworn-verification", Self::UnswornVerification),
        ("counsel-verification", Self::CounselVerification),
        ("signature", Self::Signature),
        ("unsigned-signature", Self::UnsignedSignature),
        ("undated-signature", Self::UndatedSignature),
        ("certificate", Self::Certificate),
        ("undated-certificate", Self::UndatedCertificate),
        ("skipped-interrogatory", Self::SkippedInterrogatory),
        ("repeated-interrogatory", Self::RepeatedInterrogatory),
        ("skipped-item", Self::SkippedItem),
        ("repeated-item-number", Self::RepeatedItemNumber),
        ("repeated-item", Self::RepeatedItem),
        ("nearly-repeated-item", Self::NearlyRepeatedItem),
        ("overlapping-item", Self::OverlappingItem),
        ("renamed-item", Self::RenamedItem),
    ];
}

/// What a paper as a whole must hold and must lack.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PaperCondition {
    /// It holds all of these; the finding underlines each place of the last.
    pub has: Vec<Fact>,
    /// It holds none of these.
    pub lacks: Vec<Fact>,
}
