package io.postrider.job;

import java.time.Instant;

/**
 * A file that a person has uploaded.
 *
 * @param fileName as the person calls it; never used as a path
 * @param path the name under which it lies in the folder of uploads
 */
public record Upload(
        long accountId, long id, String fileName, long bytes, String path, long createdBy, Instant createdAt) {}
