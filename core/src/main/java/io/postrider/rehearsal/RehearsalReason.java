package io.postrider.rehearsal;

import io.postrider.refusal.Reason;

/** Why the simulator could not be used. */
public enum RehearsalReason implements Reason {
    NOT_INSTALLED(
            "rehearsal-not-installed",
            "No simulator answers at {address}, and none came with this server. Start one there, or change the setting"
                    + " simulator.web."),
    NOT_STARTED("rehearsal-not-started", "The simulator did not start: {sentence}"),
    SILENT("rehearsal-silent", "The simulator at {address} does not answer.");

    private final String code;
    private final String sentence;

    RehearsalReason(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
