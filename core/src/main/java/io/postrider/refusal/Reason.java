package io.postrider.refusal;

/** Why something was refused. Each noun declares its reasons as an enum of its own that implements this. */
public interface Reason {
    /** Kinds of refusal; only the http room knows which status each one is. */
    enum Kind {
        /** What was given is wrong; the person can correct it. */
        INVALID,
        /** There is no such thing, or not for this account. */
        NOT_FOUND,
        /** It does not go together with what is there now. */
        CONFLICT,
        /** Somebody else has changed it since it was read. */
        STALE,
        /** The version that is being changed was not named. */
        VERSION_REQUIRED,
        /** Nobody is logged in. */
        UNAUTHENTICATED,
        /** This person may not do it. */
        FORBIDDEN,
        /** It is larger than allowed. */
        TOO_LARGE,
        /** Too many tries in too short a time. */
        TOO_MANY,
        /** It cannot be done now, but perhaps later. */
        UNAVAILABLE
    }

    /** Stable code in lower case with dashes, such as {@code template-unknown-variable}; the UI translates it. */
    String code();

    /** What kind of refusal it is. */
    Kind kind();

    /** One English sentence for a marketer; {@code {name}} stands for the parameter of that name. */
    String sentence();
}
