package io.postrider.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** What an input-output error means to a person: Java gives only the file's name for some of them. */
final class Sentence {
    private Sentence() {}

    static String of(IOException problem) {
        if (problem instanceof AccessDeniedException denied) {
            return "access to " + denied.getFile() + " is denied.";
        }
        if (problem instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason() + " (" + file.getFile() + ").";
        }
        String message = problem.getMessage();
        return message == null ? problem.getClass().getSimpleName() + "." : message + ".";
    }
}
