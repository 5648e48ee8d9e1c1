package io.github.warmbatch.weka;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import weka.classifiers.AbstractClassifier;

/**
 * One of Weka's classifiers that may be asked for by name. The name finds the entry, the entry has
 * the constructor: no class is ever looked up by a name that was given or read.
 *
 * @param teaching how it is taught
 * @param constructor makes one
 * @param options all that it may be given
 */
record ClassifierKind(
    Teaching teaching,
    Supplier<? extends AbstractClassifier> constructor,
    List<ClassifierOption> options) {

  ClassifierKind {
    options = List.copyOf(options);
  }

  /** One that learns a table at once. */
  static ClassifierKind batch(
      Supplier<? extends AbstractClassifier> constructor, ClassifierOption... options) {
    return new ClassifierKind(Teaching.AT_ONCE, constructor, List.of(options));
  }

  /** One that remembers rows. */
  static ClassifierKind neighbours(
      Supplier<? extends AbstractClassifier> constructor, ClassifierOption... options) {
    return new ClassifierKind(Teaching.NEIGHBOURS, constructor, List.of(options));
  }

  /** What it may be given, for people. */
  String usage() {
    return options.isEmpty()
        ? "no options"
        : options.stream().map(ClassifierOption::toString).collect(Collectors.joining(", "));
  }
}
