package io.postrider.job;

import java.util.Map;

/**
 * Why a job failed.
 *
 * @param code stable, for translations
 * @param sentence for a marketer, in English
 * @param parameters what the sentence and its translations are filled with
 */
public record JobProblem(String code, String sentence, Map<String, String> parameters) {
    public JobProblem {
        parameters = Map.copyOf(parameters);
    }
}
