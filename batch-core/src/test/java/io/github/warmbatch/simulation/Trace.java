package io.github.warmbatch.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a schedule, in their order, put into words only when somebody wants to read them.
 */
final class Trace {
  private final List<Step> steps = new ArrayList<>();

  void add(String who, String what, @Nullable Object detail) {
    steps.add(new Step(who, what, detail));
  }

  int size() {
    return steps.size();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      text.append("%-6s %s".formatted(step.who, step.what));
      if (step.detail != null) {
        text.append(' ').append(step.detail);
      }
      text.append('\n');
    }
    return text.toString();
  }

  private record Step(String who, String what, @Nullable Object detail) {}
}
