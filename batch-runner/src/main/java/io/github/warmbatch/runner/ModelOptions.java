package io.github.warmbatch.runner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What is learned, from what, by whom: the lineage is bound to these by its first decision. */
final class ModelOptions {
  static final String DEFAULT_TRAINER = "boosting";

  @Option(
      names = "--label",
      paramLabel = "COL",
      required = true,
      description = "The column to predict.")
  String label = "";

  @Option(
      names = "--ignore",
      paramLabel = "COL",
      split = ",",
      description = "Columns that are never looked at: identifiers, and what gives the label away.")
  List<String> ignore = new ArrayList<>();

  @Option(
      names = "--allow-leak",
      paramLabel = "COL",
      split = ",",
      description =
          "Columns to learn from although they may give the label away, which else stops the worker"
              + " at the first data set, or look like identifiers, which else are left out.")
  List<String> allowLeak = new ArrayList<>();

  @Option(
      names = "--entity",
      paramLabel = "COL",
      split = ",",
      description = "Columns that name a customer, a terminal, a machine.")
  List<String> entity = new ArrayList<>();

  @Option(
      names = "--classes",
      paramLabel = "CLASS",
      split = ",",
      description =
          "The label's classes; another value is then refused. Default: as they are met, in natural"
              + " order.")
  List<String> classes = new ArrayList<>();

  @Option(
      names = "--positive",
      paramLabel = "CLASS",
      split = ",",
      description = "The classes to be found. Default: all but the first.")
  List<String> positive = new ArrayList<>();

  @Option(
      names = "--trainer",
      paramLabel = "NAME",
      description =
          "Who learns; 'warmbatch trainers' lists them. Default: " + DEFAULT_TRAINER + ".")
  String trainer = DEFAULT_TRAINER;

  @Option(
      names = "--trainer-option",
      paramLabel = "K=V",
      split = ",(?=[^,=]+=)",
      splitSynopsisLabel = ",",
      description = "An option of the trainer; may be repeated.")
  Map<String, String> trainerOptions = new LinkedHashMap<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "For whatever is random in training. Default: ${DEFAULT-VALUE}.")
  long seed = 1;
}
