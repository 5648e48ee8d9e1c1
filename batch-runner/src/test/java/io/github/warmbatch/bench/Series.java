package io.github.warmbatch.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures of one kind, in the order they were measured; the median stands for them. */
final class Series {
  private final List<Double> values = new ArrayList<>();

  void add(double value) {
    values.add(value);
  }

  double median() {
    return sorted().get(values.size() / 2);
  }

  /** These, each divided by the other that was measured in the same round. */
  Series dividedBy(Series other) {
    Series ratios = new Series();
    for (int i = 0; i < values.size(); i++) {
      ratios.add(values.get(i) / other.values.get(i));
    }
    return ratios;
  }

  /** Median and range as cells of a table. */
  String cells(String format) {
    List<Double> sorted = sorted();
    return String.format(
        Locale.ROOT,
        format + " | " + format + " – " + format,
        median(),
        sorted.get(0),
        sorted.get(sorted.size() - 1));
  }

  private List<Double> sorted() {
    return values.stream().sorted().toList();
  }
}
