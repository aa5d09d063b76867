package io.postrider.report;

import io.postrider.refusal.Reason;

/** Why a report or the calendar was refused. */
public enum ReportReason implements Reason {
    TIME_WRONG("report-time-wrong", "A time looks like 2026-01-31T12:00:00Z."),
    PERIOD_WRONG("report-period-wrong", "The period must end after it begins."),
    PERIOD_TOO_LONG("report-period-too-long", "A period may have {days} days at most here."),
    ZONE_UNKNOWN("report-zone-unknown", "There is no time zone {zone}; one looks like Europe/Moscow."),
    MAILINGS_WRONG("report-mailings-wrong", "Name mailings by their numbers, with commas between them.");

    private final String code;
    private final String sentence;

    ReportReason(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
