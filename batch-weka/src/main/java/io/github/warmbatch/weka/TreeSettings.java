package io.github.warmbatch.weka;

import io.github.warmbatch.training.TrainerOption;
import java.util.List;

/**
 * How a tree grows.
 *
 * @param gracePeriod rows that a leaf learns between two attempts to split it
 * @param splitConfidence the chance of a wrong split that is put up with
 * @param tieThreshold Hoeffding bound below which two splits are as good as each other
 * @param minBranchFraction least part of a leaf's rows that each branch must get
 * @param maxLeaves most leaves that the tree may have
 * @param rule what leaves answer
 */
record TreeSettings(
    int gracePeriod,
    double splitConfidence,
    double tieThreshold,
    double minBranchFraction,
    int maxLeaves,
    LeafRule rule) {

  /** The options behind these. */
  static final List<TrainerOption> OPTIONS =
      List.of(
          new TrainerOption(
              "grace-period", "200", "rows a leaf learns between attempts to split it, 1 to 1e9"),
          new TrainerOption(
              "split-confidence",
              "1e-7",
              "chance of a wrong split put up with, above 0, up to 0.5"),
          new TrainerOption(
              "tie-threshold",
              "0.01",
              "Hoeffding bound at which a tie is broken, above 0, up to 1"),
          new TrainerOption(
              "min-branch-fraction",
              "0.001",
              "least part of a leaf's rows for each branch, above 0, up to 0.5"),
          new TrainerOption("max-leaves", "500", "most leaves of the tree, 1 to 1000"),
          new TrainerOption(
              "leaf", "adaptive", "what leaves answer: majority, bayes, or adaptive (the better)"));

  static TreeSettings of(Options options) {
    return new TreeSettings(
        options.whole("grace-period", 1, 1_000_000_000),
        options.positive("split-confidence", 0.5),
        options.positive("tie-threshold", 1),
        options.positive("min-branch-fraction", 0.5),
        options.whole("max-leaves", 1, 1000),
        LeafRule.of(options.oneOf("leaf", LeafRule.words())));
  }
}
