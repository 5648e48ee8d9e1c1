package io.github.warmbatch.runner;

import java.lang.reflect.Proxy;

/**
 * The signals that come after the first one. By then the virtual machine is shutting down and pays
 * no attention to them, unless somebody handles them by itself.
 *
 * <p>The only API for that is {@code sun.misc.Signal} of the module {@code jdk.unsupported}. It is
 * called by reflection, since naming it is a warning that no annotation takes back, and our build
 * takes warnings for errors.
 */
final class FurtherSignals {
  private FurtherSignals() {}

  /** Calls back, in a thread of its own, at each SIGTERM or SIGINT from now on. */
  static void listen(Runnable callback) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object calling =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                callback.run();
                return null;
              });
      for (String name : new String[] {"TERM", "INT"}) {
        Object each = signal.getConstructor(String.class).newInstance(name);
        signal.getMethod("handle", signal, handler).invoke(null, each, calling);
      }
    } catch (ReflectiveOperationException e) {
      // Without that module, or started to leave signals alone (-Xrs): the first one has to do.
      return;
    }
  }
}
