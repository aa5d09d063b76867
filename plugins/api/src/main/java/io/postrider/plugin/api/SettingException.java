package io.postrider.plugin.api;

/** A setting that cannot work. The message is one sentence for the person who filled in the form. */
public final class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String setting;

    /**
     * @param setting name of the {@link Setting}
     * @param sentence what is wrong with it, without the secret itself
     */
    public SettingException(String setting, String sentence) {
        super(sentence);
        this.setting = setting;
    }

    /** Name of the setting that is wrong. */
    public String setting() {
        return setting;
    }
}
