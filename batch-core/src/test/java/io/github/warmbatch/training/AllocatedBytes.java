package io.github.warmbatch.training;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much memory a task takes from the heap, given back or not. */
final class AllocatedBytes {
  /** What class loading and messages may take beside the task's own. */
  static final long ALLOWANCE = 4L << 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private AllocatedBytes() {}

  static long by(Runnable task) {
    long thread = Thread.currentThread().getId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    task.run();
    return THREADS.getThreadAllocatedBytes(thread) - before;
  }
}
