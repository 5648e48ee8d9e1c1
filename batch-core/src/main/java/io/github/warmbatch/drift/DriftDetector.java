package io.github.warmbatch.drift;

import io.github.warmbatch.evaluation.Scorecard;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a data set is like the ones before it. A pure function of profiles and scorecards: it
 * says the same whoever asks and however often. Safe for use from many threads.
 *
 * <p><b>Columns.</b> The distribution of each column is held against that of the 7 data sets before
 * taken together, by the Jensen-Shannon distance to base two (Lin 1991): 0 for equal distributions,
 * 1 for such as have no value in common. It is drift when the distance exceeds each of three:
 *
 * <ul>
 *   <li>0.2, below which a difference hardly matters: where two distributions differ little, that
 *       is a population stability index of 0.22, between "some change" (0.1) and "a major one"
 *       (0.25) in the usage of credit scoring;
 *   <li>what chance brings about in samples of that many rows once in a thousand data sets, all
 *       columns taken together (chi-square, Bonferroni);
 *   <li>five quarters of the distance at which the data sets before lie from each other, each from
 *       the others: the greatest but one, lest one that was odd hides what follows it. So a column
 *       that moves on by its nature is no drift: a date, a counter, a number that was given out.
 * </ul>
 *
 * <p>Nor is it drift when one of the seven was such already: a day of the week is told when it
 * comes for the first time, and what changed for good is told once. Seven, since data of people
 * come in days and repeat by weeks. Fewer than three data sets say nothing; nor do a few rows. Rows
 * are taken for independent: the 0.2, and what the data sets before say, stand for that they are
 * not.
 *
 * <p><b>Score.</b> The average precision before learning is held against that of up to 14 data sets
 * before by a control chart for single observations (Shewhart 1931), to one side, with limits for
 * few points: how many standard deviations it lies below their mean. The lowest of them is left
 * out, which is the beginner's or that of an odd data set. The variance is that between the scores
 * or what their bootstrap intervals tell, whichever is greater. It is drift when that is more than
 * chance brings about once in a thousand data sets, a tenth of the mean is lost, and none of the
 * last seven was as low already. Scores without an interval, of fewer than five rows to be found,
 * are left out; fewer than six scores say nothing. A slow decline is not found.
 */
public final class DriftDetector {
  /** How many data sets before one are enough to know, since more are not looked at. */
  public static final int WINDOW = Math.max(ColumnDrift.WINDOW, ScoreDrift.WINDOW);

  private DriftDetector() {}

  /**
   * What is not as before: the score, and then columns, the most conspicuous first.
   *
   * @param now the data set
   * @param before the data sets before it, newest first
   * @param score the model's on the data set, before learning from it; null for none
   * @param scoresBefore the scores before, newest first
   */
  public static List<DriftFinding> findings(
      DataProfile now,
      List<DataProfile> before,
      @Nullable Scorecard score,
      List<Scorecard> scoresBefore) {
    List<DriftFinding> findings = new ArrayList<>();
    ScoreDrift.finding(score, scoresBefore).ifPresent(findings::add);
    findings.addAll(ColumnDrift.findings(now, before));
    return findings;
  }
}
