package io.postrider.job;

import io.postrider.refusal.Reason;

/** Why something about a job or an upload was refused. */
public enum JobReason implements Reason {
    NOT_FOUND("job-not-found", Kind.NOT_FOUND, "There is no such job."),
    OVER("job-over", Kind.CONFLICT, "The job is already {state}."),
    TAKEN_OVER("job-taken-over", Kind.CONFLICT, "The job goes on elsewhere."),
    UPLOAD_NOT_FOUND("upload-not-found", Kind.NOT_FOUND, "There is no such file. Upload it again."),
    UPLOAD_TOO_LARGE("upload-too-large", Kind.TOO_LARGE, "The file is larger than {most}."),
    UPLOAD_EMPTY("upload-empty", Kind.INVALID, "The file is empty."),
    UPLOAD_NAME_MISSING("upload-name-missing", Kind.INVALID, "Say the name of the file: fileName=…"),
    UPLOAD_BROKEN("upload-broken", Kind.INVALID, "The upload broke off.");

    private final String code;
    private final Kind kind;
    private final String sentence;

    JobReason(String code, Kind kind, String sentence) {
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
