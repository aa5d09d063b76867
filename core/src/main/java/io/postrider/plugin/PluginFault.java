package io.postrider.plugin;

/** Why a plugin does not run. */
public enum PluginFault {
    NOT_A_ZIP("not-a-zip"),
    UNSAFE_ZIP("unsafe-zip"),
    TOO_LARGE("too-large"),
    UNREADABLE("unreadable"),
    NO_DESCRIPTOR("no-descriptor"),
    BAD_DESCRIPTOR("bad-descriptor"),
    WRONG_API_VERSION("wrong-api-version"),
    NEEDS_OTHER_PLUGINS("needs-other-plugins"),
    DUPLICATE_ID("duplicate-id"),
    START_FAILED("start-failed"),
    DOES_NOT_LINK("does-not-link"),
    CONSTRUCTOR_FAILED("constructor-failed"),
    NO_PROVIDERS("no-providers"),
    BAD_NAME("bad-name"),
    NAME_TAKEN("name-taken"),
    SETTINGS_FAILED("settings-failed");

    private final String code;

    PluginFault(String code) {
        this.code = code;
    }

    /** Stable code; the UI translates it. */
    public String code() {
        return code;
    }
}
