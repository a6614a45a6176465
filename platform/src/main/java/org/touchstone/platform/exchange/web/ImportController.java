package org.touchstone.platform.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.touchstone.platform.exchange.Import;
import org.touchstone.platform.exchange.ImportDesk;
import org.touchstone.platform.exchange.ImportId;
import org.touchstone.platform.exchange.ItemRow;
import org.touchstone.platform.exchange.Mapping;
import org.touchstone.platform.exchange.FaultReport;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.ProjectId;

/** Files of items over HTTP: upload, look, run, watch. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
class ImportController {
  record Run(Mapping mapping) {}

  record Items(List<ItemRow> items) {}

  record ImportListing(List<Import> items) {}

  private final ImportDesk desk;
  private final Roles roles;

  ImportController(ImportDesk desk, Roles roles) {
    this.desk = desk;
    this.roles = roles;
  }

  @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  Import upload(Caller caller, @PathVariable ProjectId project, @RequestParam("file") MultipartFile file) throws IOException {
    roles.require(caller, project, Role.MANAGER);
    String name = file.getOriginalFilename();
    return desk.upload(caller.id(), project, name == null || name.isBlank() ? "items" : name, file.getInputStream());
  }

  @PostMapping("/imports/{id}/run")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Import run(Caller caller, @PathVariable ProjectId project, @PathVariable ImportId id, @RequestBody Run run) {
    roles.require(caller, project, Role.MANAGER);
    if (run.mapping() == null) throw new Invalid("mapping", "Say under 'mapping' which column holds what.");
    return desk.run(caller.id(), project, id, run.mapping());
  }

  @GetMapping("/imports/{id}")
  Import find(Caller caller, @PathVariable ProjectId project, @PathVariable ImportId id) {
    roles.require(caller, project, Role.MANAGER);
    return desk.find(project, id);
  }

  @GetMapping("/imports")
  ImportListing list(Caller caller, @PathVariable ProjectId project) {
    roles.require(caller, project, Role.MANAGER);
    return new ImportListing(desk.of(project));
  }

  @GetMapping("/imports/{id}/errors.csv")
  void errors(Caller caller, @PathVariable ProjectId project, @PathVariable ImportId id, HttpServletResponse response) throws IOException {
    roles.require(caller, project, Role.MANAGER);
    var faults = desk.faults(project, id);
    response.setContentType("text/csv");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errors.csv\"");
    FaultReport.write(faults, response.getWriter());
  }

  @PostMapping("/items")
  @ResponseStatus(HttpStatus.CREATED)
  ImportDesk.Arrived add(Caller caller, @PathVariable ProjectId project, @RequestBody Items items) {
    roles.require(caller, project, Role.MANAGER);
    if (items.items() == null) throw new Invalid("items", "Send a list of items under 'items'.");
    return desk.add(caller.id(), project, items.items());
  }
}
