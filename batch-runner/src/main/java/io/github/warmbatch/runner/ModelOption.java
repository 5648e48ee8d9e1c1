package io.github.warmbatch.runner;

import picocli.CommandLine.Option;

/** Which model is asked. */
final class ModelOption {
  @Option(
      names = "--model",
      paramLabel = "DIR_OR_FILE",
      required = true,
      description = "An output directory, or one checkpoint's file (model_cpt_….wbm).")
  String model = "";

  @Option(
      names = "--checkpoint",
      paramLabel = "head|champion|N",
      description = "Which checkpoint of a directory. Default: champion.")
  String checkpoint = "champion";
}
