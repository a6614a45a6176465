package org.touchstone.platform.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;
import tools.jackson.databind.JsonNode;

/**
 * A file of items on its way into a project.
 *
 * @param preview the first rows, long texts cut
 * @param previewFaults lines among the first ones that cannot be read, whatever the mapping
 * @param mapping proposed until it runs, then the one it ran with
 * @param total rows in the file
 * @param done rows that are dealt with for good, good or bad
 * @param errors the first ones, in the order of the lines
 * @param error why the whole import stopped
 */
public record Import(
    ImportId id,
    ProjectId projectId,
    AccountId createdBy,
    State state,
    String fileName,
    Format format,
    List<String> columns,
    List<Map<String, JsonNode>> preview,
    List<Fault> previewFaults,
    Mapping mapping,
    long total,
    long done,
    long imported,
    long duplicates,
    long errorCount,
    List<Fault> errors,
    @Nullable String error,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  public enum State { UPLOADED, RUNNING, DONE, FAILED }

  /** One line of the report. */
  public record Fault(long line, @Nullable String column, String message) {}
}
