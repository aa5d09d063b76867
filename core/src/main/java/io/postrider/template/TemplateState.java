package io.postrider.template;

import java.util.Locale;

/** Whether a template may be sent. */
public enum TemplateState {
    /** Somebody still writes it: it may have mistakes, and no mailing with it can be activated. */
    DRAFT,
    /** It has no mistakes. */
    READY;

    /** The word for it in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a word; whatever is no draft is ready. */
    public static TemplateState of(String word) {
        return word.equals(DRAFT.word()) ? DRAFT : READY;
    }
}
