/**
 * Who may work in a project and why not: grants under frozen terms, the gate that may restrict them, and what one caller
 * sees of a project; doors are Grants, AdmissionDesk, AccessDesk and AppealDesk.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "identity", "notice", "project", "guideline"})
package org.touchstone.platform.access;
