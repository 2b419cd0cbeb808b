import Findings
import TabularText

/// Reads `demand`: a commuting matrix spread over municipalities, or a list of employees.
enum DemandReader {
  static func read(
    _ root: YAMLSection, _ offices: [Scenario.Office], _ reader: inout YAMLReader
  ) -> Demand? {
    let section = reader.section("demand", in: root, keys: ["commuters", "employees"])
    guard let section else {
      if root.values["demand"] == nil {
        reader.report("missing_key", at: root.node, field: "demand", "the key is missing")
      }
      return nil
    }
    guard (section.values["commuters"] == nil) != (section.values["employees"] == nil) else {
      reader.report(
        "unclear_demand", at: section.node, field: "demand",
        "takes either commuters or employees")
      return nil
    }
    return section.values["commuters"] != nil
      ? readCommuters(section, &reader) : readEmployees(section, offices, &reader)
  }

  private static func readCommuters(
    _ parent: YAMLSection, _ reader: inout YAMLReader
  ) -> Demand? {
    let section = reader.section(
      "commuters", in: parent,
      keys: ["matrix", "work_zone", "municipalities", "postcodes", "source"])
    guard let section else { return nil }
    let zone = reader.text("work_zone", in: section, isRequired: true)
    let matrix = table("matrix", section, &reader, isRequired: true)
    let municipalities = table("municipalities", section, &reader, isRequired: true)
    let postcodes = table("postcodes", section, &reader)
    guard let zone, let matrix, let municipalities else { return nil }
    do throws(Failure) {
      let places = try MunicipalityTable(municipalities, postcodes: postcodes.map(PostcodeTable.init))
      var demand = try CommuterMatrix(matrix, workZone: zone).spread(over: places)
      if let source = reader.text("source", in: section) { demand.summary += " (\(source))" }
      return demand
    } catch {
      reader.report(failure: error, at: section.node, field: "demand.commuters")
      return nil
    }
  }

  private static func readEmployees(
    _ parent: YAMLSection, _ offices: [Scenario.Office], _ reader: inout YAMLReader
  ) -> Demand? {
    let section = reader.section(
      "employees", in: parent, keys: ["file", "postcodes", "municipalities", "source"])
    guard let section else { return nil }
    let employees = table("file", section, &reader, isRequired: true)
    let postcodes = table("postcodes", section, &reader)
    let municipalities = table("municipalities", section, &reader)
    guard let employees else { return nil }
    do throws(Failure) {
      let codes = try postcodes.map { table throws(Failure) in try PostcodeTable(table) }
      let places = try municipalities.map { table throws(Failure) in
        try MunicipalityTable(table, postcodes: codes)
      }
      var demand = try EmployeeList(employees).demand(
        postcodes: codes, municipalities: places, offices: offices.map(\.id))
      if let source = reader.text("source", in: section) { demand.summary += " (\(source))" }
      return demand
    } catch {
      reader.report(failure: error, at: section.node, field: "demand.employees")
      return nil
    }
  }

  private static func table(
    _ key: String, _ section: YAMLSection, _ reader: inout YAMLReader, isRequired: Bool = false
  ) -> Table? {
    guard let path = reader.path(key, in: section, isRequired: isRequired) else { return nil }
    do throws(Failure) {
      return try Table.read(path)
    } catch {
      reader.report(failure: error, at: section.values[key], field: section.field(key))
      return nil
    }
  }
}
