package io.github.warmbatch.report;

import java.util.Locale;

/** Names after a data set, for people. */
final class ModelName {
  private ModelName() {}

  /** The last part of a path whose directories are separated by {@code /}. */
  static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The name under which the model trained on a data set lies beside the lineage. */
  static String of(String path) {
    return "model_cpt_" + Plain.text(stem(fileName(path))) + ".wbm";
  }

  private static String stem(String fileName) {
    boolean compressed = fileName.toLowerCase(Locale.ROOT).endsWith(".gz");
    return withoutEnding(compressed ? withoutEnding(fileName) : fileName);
  }

  private static String withoutEnding(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot > 0 ? fileName.substring(0, dot) : fileName;
  }
}
