package dev.attune.systemtests.architecture.planted;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes to the console and to another log. */
public class PlantedLogging {
  @SuppressWarnings({"CatchAndPrintStackTrace", "SystemOut"})
  void tell(Runnable step) {
    try {
      step.run();
      System.out.println("done");
    } catch (IllegalStateException e) {
      e.printStackTrace();
      System.err.println("failed");
      Logger.getGlobal().log(Level.WARNING, "failed");
    }
  }
}
