package io.postrider.report;

import java.time.Instant;

/** What happened to a run's messages within an hour. A message counts once for each step it took. */
public record HourFigures(
        Instant hour,
        long written,
        long submitted,
        long delivered,
        long undelivered,
        long expired,
        long refused,
        long parts) {}
