package dev.attune.intake.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates, each checked against the type of its page at build time. */
@CheckedTemplate(basePath = "forms")
final class Templates {

  private Templates() {}

  static native TemplateInstance form(FormPage page);

  static native TemplateInstance done(DonePage page);

  static native TemplateInstance closed(ClosedPage page);
}
