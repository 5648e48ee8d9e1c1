package io.github.warmbatch.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The classes of a label in the order in which they were met: a class keeps its number for ever,
 * and new ones are appended, those met together in {@linkplain #NATURAL_ORDER natural order}.
 *
 * @param names the classes' names, each once
 */
public record LabelClasses(List<String> names) {
  /** Whole numbers by value and before everything else, the rest by its characters. */
  public static final Comparator<String> NATURAL_ORDER = LabelClasses::compareNaturally;

  /** No class met yet. */
  public static final LabelClasses NONE = new LabelClasses(List.of());

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

  /** Classes of these names. */
  public LabelClasses {
    names = List.copyOf(names);
    if (Set.copyOf(names).size() != names.size()) {
      throw new IllegalArgumentException("A class is named twice: " + names);
    }
  }

  /** How many classes there are. */
  public int size() {
    return names.size();
  }

  /** The class's number, or -1. */
  public int indexOf(String name) {
    return names.indexOf(name);
  }

  /** These classes, and those of the given ones that are not among them. */
  public LabelClasses with(Collection<String> met) {
    Set<String> known = new HashSet<>(names);
    Set<String> fresh = new TreeSet<>(NATURAL_ORDER);
    met.stream().filter(name -> !known.contains(name)).forEach(fresh::add);
    if (fresh.isEmpty()) {
      return this;
    }
    List<String> all = new ArrayList<>(names);
    all.addAll(fresh);
    return new LabelClasses(all);
  }

  /** Whether these are the other's first classes. */
  public boolean isPrefixOf(LabelClasses other) {
    return size() <= other.size() && names.equals(other.names.subList(0, size()));
  }

  private static int compareNaturally(String a, String b) {
    boolean aWhole = WHOLE.matcher(a).matches();
    boolean bWhole = WHOLE.matcher(b).matches();
    if (aWhole && bWhole) {
      int byValue = Long.compare(Long.parseLong(a), Long.parseLong(b));
      return byValue != 0 ? byValue : a.compareTo(b);
    }
    return aWhole != bWhole ? (aWhole ? -1 : 1) : a.compareTo(b);
  }
}
