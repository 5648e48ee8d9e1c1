package io.github.warmbatch.runner;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders names as people do: digits by the value of the number that they form, 2 before 10. */
final class NaturalOrder implements Comparator<String> {
  private static final Pattern CHUNK = Pattern.compile("[0-9]+|[^0-9]+");

  @Override
  public int compare(String a, String b) {
    Matcher left = CHUNK.matcher(a);
    Matcher right = CHUNK.matcher(b);
    boolean more = left.find();
    boolean moreRight = right.find();
    while (more && moreRight) {
      int difference = compareChunks(left.group(), right.group());
      if (difference != 0) {
        return difference;
      }
      more = left.find();
      moreRight = right.find();
    }
    return more != moreRight ? Boolean.compare(more, moreRight) : a.compareTo(b);
  }

  private static int compareChunks(String a, String b) {
    if (!isNumber(a) || !isNumber(b)) {
      return a.compareTo(b);
    }
    String left = significant(a);
    String right = significant(b);
    return left.length() != right.length()
        ? Integer.compare(left.length(), right.length())
        : left.compareTo(right);
  }

  private static boolean isNumber(String chunk) {
    return chunk.charAt(0) >= '0' && chunk.charAt(0) <= '9';
  }

  private static String significant(String digits) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }
}
