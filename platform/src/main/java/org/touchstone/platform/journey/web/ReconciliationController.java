package org.touchstone.platform.journey.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.journey.Reconciliation;
import org.touchstone.platform.shared.NotAllowed;

/** The operator's question whether the books agree with the work. */
@RestController
@RequestMapping("/api/v1/operations/reconciliation")
@Tag(name = "operations", description = "For those who run the installation")
class ReconciliationController {
  private final Reconciliation reconciliation;

  ReconciliationController(Reconciliation reconciliation) {
    this.reconciliation = reconciliation;
  }

  @GetMapping
  Reconciliation.Report report(Caller caller) {
    if (!caller.owner()) throw new NotAllowed("Only the owner of the installation can see this.");
    return reconciliation.report();
  }
}
