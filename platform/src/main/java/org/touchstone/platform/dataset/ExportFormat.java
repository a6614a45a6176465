package org.touchstone.platform.dataset;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.touchstone.platform.shared.Invalid;

/** The files a snapshot can become. */
public enum ExportFormat {
  TRL_SFT("application/x-ndjson", "jsonl"),
  TRL_DPO("application/x-ndjson", "jsonl"),
  TRL_KTO("application/x-ndjson", "jsonl"),
  TRL_REWARD("application/x-ndjson", "jsonl"),
  TRL_PRM("application/x-ndjson", "jsonl"),
  OPENAI_DPO("application/x-ndjson", "jsonl"),
  CSV("text/csv", "csv"),
  JSONL("application/x-ndjson", "jsonl"),
  LABEL_STUDIO("application/json", "json"),
  PARQUET("application/vnd.apache.parquet", "parquet");

  private final String mediaType;
  private final String ending;

  ExportFormat(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  public static ExportFormat of(String name) {
    return Arrays.stream(values()).filter(format -> format.key().equals(name)).findFirst().orElseThrow(() -> new Invalid(
        "format", "There is no format “%s”; choose one of %s.".formatted(name, Arrays.stream(values()).map(ExportFormat::key).collect(Collectors.joining(", ")))));
  }

  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String mediaType() {
    return mediaType;
  }

  public String ending() {
    return ending;
  }

  /** Whether its rows are examples to learn from, and not the judgments themselves. */
  boolean isTraining() {
    return switch (this) {
      case TRL_SFT, TRL_DPO, TRL_KTO, TRL_REWARD, TRL_PRM, OPENAI_DPO -> true;
      case CSV, JSONL, LABEL_STUDIO, PARQUET -> false;
    };
  }
}
