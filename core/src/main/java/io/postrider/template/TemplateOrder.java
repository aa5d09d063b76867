package io.postrider.template;

/** In which order templates are listed. */
public enum TemplateOrder {
    CREATED("created"),
    NAME("name"),
    UPDATED("updated");

    private final String word;

    TemplateOrder(String word) {
        this.word = word;
    }

    /** The order of a word of the API, with or without the minus that reverses it. */
    static TemplateOrder of(String word) {
        for (TemplateOrder order : values()) {
            if (word.endsWith(order.word)) {
                return order;
            }
        }
        return CREATED;
    }
}
