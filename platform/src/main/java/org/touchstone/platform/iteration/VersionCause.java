package org.touchstone.platform.iteration;

import org.jspecify.annotations.Nullable;

/**
 * A doubt that a version of the guideline can answer.
 *
 * @param subject the case of a flag, the key of a criterion, the item of a known answer, the attempt and question of a gap ({@code attempt/criterion})
 * @param summary one or two sentences: what is doubted
 * @param version that answers it; null while it is only picked for the draft, or not picked at all
 * @param picked whether it was chosen for the draft or a version
 */
public record VersionCause(Kind kind, String subject, String summary, @Nullable Integer version, boolean picked) {
  public enum Kind {
    /** Somebody flagged an item as ambiguous, or said that the guideline does not tell what to do. */
    FLAG,
    /** Judges agree too little on a criterion. */
    CRITERION,
    /** Most who judged an item contradict its known answer. */
    GOLD,
    /** A calibration round ended in 'the guideline leaves it open'. */
    GAP
  }
}
