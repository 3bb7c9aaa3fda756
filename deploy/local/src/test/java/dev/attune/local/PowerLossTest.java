package dev.attune.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PowerLossTest {

  @TempDir private Path directory;
  private PowerLoss power;

  @BeforeEach
  void look() {
    power = new PowerLoss(new DataDirectory(directory));
  }

  @Test
  void a_new_directory_has_lost_nothing() {
    assertThat(power.look("run 1")).isFalse();
  }

  @Test
  void a_process_that_was_killed_has_lost_nothing() {
    power.look("run 1");

    assertThat(power.look("run 1")).isFalse();
  }

  @Test
  void a_machine_that_started_again_after_the_broker_ended_in_order_has_lost_nothing()
      throws IOException {
    power.look("run 1");
    endInOrder();

    assertThat(power.look("run 2")).isFalse();
  }

  @Test
  void a_machine_that_started_again_under_a_running_broker_may_have_lost_something() {
    power.look("run 1");

    assertThat(power.look("run 2")).isTrue();
  }

  @Test
  void a_loss_stays_noted_until_it_is_overcome() throws IOException {
    power.look("run 1");
    power.look("run 2");
    endInOrder();

    assertThat(power.look("run 2")).as("interrupted, and begun again").isTrue();
    power.overcome();
    assertThat(power.look("run 2")).isFalse();
  }

  @Test
  void this_machine_tells_its_run_and_tells_it_alike() {
    assertThat(MachineRun.id()).isNotBlank();
    if (Files.exists(Path.of("/proc/sys/kernel/random/boot_id"))) {
      assertThat(MachineRun.id()).isEqualTo(MachineRun.id());
    }
  }

  private void endInOrder() throws IOException {
    Path marker = directory.resolve("kafka/data/.kafka_cleanshutdown");
    Files.createDirectories(marker.getParent());
    Files.writeString(marker, "");
  }
}
