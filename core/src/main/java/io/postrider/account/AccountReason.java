package io.postrider.account;

import io.postrider.refusal.Reason;

/** Why something about people and keys was refused. */
public enum AccountReason implements Reason {
    LOGIN_WRONG("login-wrong", Kind.UNAUTHENTICATED, "The login or the password is wrong."),
    TOO_MANY_TRIES("login-too-many-tries", Kind.TOO_MANY, "Too many tries. Wait {seconds} seconds and try again."),
    BUSY("login-busy", Kind.UNAVAILABLE, "Too many people log in at this moment; try again in a few seconds."),
    PASSWORD_WRONG("password-wrong", Kind.INVALID, "The present password is wrong."),
    PASSWORD_WEAK("password-weak", Kind.INVALID, "A password has at least {min} characters and is not the login."),
    ONLY_PEOPLE("only-people", Kind.FORBIDDEN, "An API key cannot do this; log in with a password."),
    USER_NOT_FOUND("user-not-found", Kind.NOT_FOUND, "There is no such user."),
    LOGIN_TAKEN("user-login-taken", Kind.CONFLICT, "There is already a user called {login}."),
    USER_STALE("user-stale", Kind.STALE, "Somebody else has changed this user since you opened it."),
    LAST_ADMIN("user-last-admin", Kind.CONFLICT, "This is the last administrator; make another one first."),
    KEY_NOT_FOUND("api-key-not-found", Kind.NOT_FOUND, "There is no such API key.");

    private final String code;
    private final Kind kind;
    private final String sentence;

    AccountReason(String code, Kind kind, String sentence) {
        this.code = code;
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
