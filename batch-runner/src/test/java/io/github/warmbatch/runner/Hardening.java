package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.List;
import java.util.Set;

/** What no pod of ours may do. */
final class Hardening {
  /** Needs root to hand a fresh volume to the others. */
  private static final String PREPARING = "prepare-volume";

  private Hardening() {}

  static void check(PodSpec pod) {
    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    assertThat(pod.getHostNetwork()).isNull();
    PodSecurityContext context = pod.getSecurityContext();
    assertThat(context.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    assertThat(pod.getContainers()).hasSize(1);
    assertThat(pod.getInitContainers()).isEmpty();
    Container container = pod.getContainers().get(0);
    if (container.getName().equals(PREPARING)) {
      assertThat(container.getSecurityContext().getCapabilities().getAdd())
          .containsExactly("CHOWN", "FOWNER", "FSETID");
    } else {
      assertThat(context.getRunAsNonRoot()).isTrue();
      assertThat(context.getRunAsUser()).isPositive();
      assertThat(context.getFsGroup()).isEqualTo(10001);
      assertThat(container.getSecurityContext().getCapabilities().getAdd()).isEmpty();
    }
    check(container);
  }

  private static void check(Container container) {
    SecurityContext context = container.getSecurityContext();
    assertThat(context.getAllowPrivilegeEscalation()).isFalse();
    assertThat(context.getReadOnlyRootFilesystem()).isTrue();
    assertThat(context.getPrivileged()).isNull();
    assertThat(context.getCapabilities().getDrop()).isEqualTo(List.of("ALL"));
    assertThat(container.getResources().getRequests().keySet())
        .isEqualTo(Set.of("cpu", "memory", "ephemeral-storage"));
    assertThat(container.getResources().getLimits()).containsKeys("memory", "ephemeral-storage");
  }
}
