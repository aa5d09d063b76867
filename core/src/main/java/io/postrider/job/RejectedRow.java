package io.postrider.job;

import java.util.List;
import java.util.Map;

/**
 * A row of a file that was not taken, or only in part.
 *
 * @param line where it begins in the file, from 1
 * @param code stable reason
 * @param parameters what the reason's sentence and its translations are filled with
 * @param sentence the reason in English
 * @param kept whether its profile was written all the same, only without a subscription
 * @param cells the row as it stands in the file
 */
public record RejectedRow(
        long line, String code, Map<String, String> parameters, String sentence, boolean kept, List<String> cells) {
    public RejectedRow {
        parameters = Map.copyOf(parameters);
        cells = List.copyOf(cells);
    }
}
