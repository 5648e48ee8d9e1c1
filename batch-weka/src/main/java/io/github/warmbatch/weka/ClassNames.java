package io.github.warmbatch.weka;

/** What Weka is told the classes are called. */
final class ClassNames {
  private ClassNames() {}

  static String name(int label) {
    return "c" + label;
  }

  static int label(String name) {
    return Integer.parseInt(name.substring(1));
  }
}
