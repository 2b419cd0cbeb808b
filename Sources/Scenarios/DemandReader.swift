import Findings
import TabularText

/// Reads `demand`: a commuting matrix spread over municipalities, or a list of employees.
enum DemandReader {
  static func read(
    _ root: YAMLSection, _ names: DemandNames, _ reader: inout YAMLReader
  ) -> Demand? {
    let section = reader.section(
      "demand", in: root, keys: ["commuters", "employees", "sample", "sample_seed"])
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
    let demand =
      section.values["commuters"] != nil
      ? readCommuters(section, &reader) : readEmployees(section, names, &reader)
    let size = reader.value("sample", in: section, takes: "a whole number from 1 to 1000000") {
      text in Int(text).flatMap { (1...1_000_000).contains($0) ? $0 : nil }
    }
    let seed = reader.value(
      "sample_seed", in: section, takes: "a whole number, not negative"
    ) { UInt64($0) }
    guard let size else { return demand }
    return demand?.sampled(size, seed: seed ?? 1)
  }

  private static func readCommuters(
    _ parent: YAMLSection, _ reader: inout YAMLReader
  ) -> Demand? {
    let section = reader.section(
      "commuters", in: parent,
      keys: ["matrix", "work_zone", "municipalities", "postcodes", "source", "include_residents"])
    guard let section else { return nil }
    let zone = reader.text("work_zone", in: section, isRequired: true)
    let residents = reader.flag("include_residents", in: section)
    let matrix = read("matrix", section, &reader, isRequired: true) { table throws(Failure) in
      try zone.map { zone throws(Failure) in
        try CommuterMatrix(table, workZone: zone, includesResidents: residents)
      }
    }
    let places = readPlaces(section, &reader, isRequired: true).municipalities
    guard let matrix = matrix ?? nil, let places else { return nil }
    return reader.demand("commuters", parent, section) { () throws(Failure) in
      try matrix.spread(over: places)
    }
  }

  private static func readEmployees(
    _ parent: YAMLSection, _ names: DemandNames, _ reader: inout YAMLReader
  ) -> Demand? {
    let section = reader.section(
      "employees", in: parent, keys: ["file", "postcodes", "municipalities", "source"])
    guard let section else { return nil }
    let employees = read("file", section, &reader, isRequired: true, EmployeeList.init)
    let places = readPlaces(section, &reader, isRequired: false)
    guard let employees, places.areComplete else { return nil }
    return reader.demand("employees", parent, section) { () throws(Failure) in
      try employees.demand(
        postcodes: places.postcodes, municipalities: places.municipalities,
        names: names)
    }
  }

  private struct Places {
    var postcodes: PostcodeTable?
    var municipalities: MunicipalityTable?
    /// Whether everything that the scenario names could be read; without a list that it names,
    /// every home would look unknown.
    var areComplete: Bool
  }

  private static func readPlaces(
    _ section: YAMLSection, _ reader: inout YAMLReader, isRequired: Bool
  ) -> Places {
    let postcodes = read("postcodes", section, &reader, PostcodeTable.init)
    let hasPostcodes = postcodes != nil || section.values["postcodes"] == nil
    let municipalities = read("municipalities", section, &reader, isRequired: isRequired) {
      table throws(Failure) in
      hasPostcodes ? try MunicipalityTable(table, postcodes: postcodes) : nil
    }
    let hasMunicipalities = municipalities != nil || section.values["municipalities"] == nil
    return Places(
      postcodes: postcodes, municipalities: municipalities ?? nil,
      areComplete: hasPostcodes && hasMunicipalities)
  }

  /// What is made of a file that a key names; what is wrong with it becomes findings.
  private static func read<Value>(
    _ key: String, _ section: YAMLSection, _ reader: inout YAMLReader, isRequired: Bool = false,
    _ make: (Table) throws(Failure) -> Value
  ) -> Value? {
    guard let path = reader.path(key, in: section, isRequired: isRequired) else { return nil }
    do throws(Failure) {
      return try make(Table.read(path))
    } catch {
      reader.report(failure: error, at: section.values[key], field: section.field(key))
      return nil
    }
  }
}

extension YAMLReader {
  /// A demand with its source, or findings.
  fileprivate mutating func demand(
    _ key: String, _ parent: YAMLSection, _ section: YAMLSection,
    _ make: () throws(Failure) -> Demand
  ) -> Demand? {
    let source = text("source", in: section)
    do throws(Failure) {
      var demand = try make()
      if let source { demand.summary += " (\(source))" }
      return demand
    } catch {
      report(failure: error, at: section.node, field: parent.field(key))
      return nil
    }
  }
}
