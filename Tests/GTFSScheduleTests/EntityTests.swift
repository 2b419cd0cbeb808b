import GTFSSchedule
import Testing

@Suite struct EntityTests {
  /// Whether ids of the entity come into being in the file.
  private func makes(_ entity: Entity, in file: GTFSFile) -> Bool {
    file.fields.contains { $0.kind == .key(entity) || $0.kind == .defines(entity) }
  }

  @Test func idsAreKnownBeforeTheyAreReferredTo() {
    let files = GTFSSchedule.files
    for (position, file) in files.enumerated() {
      for field in file.fields {
        guard case .reference(let entity) = field.kind else { continue }
        let homes = files.indices.filter { makes(entity, in: files[$0]) }
        #expect(!homes.isEmpty, "\(file.name) \(field.name)")
        #expect(homes.allSatisfy { $0 <= position }, "\(file.name) \(field.name)")
      }
    }
  }

  @Test(arguments: Entity.allCases)
  func idsOfAnEntityComeIntoBeingInOneWay(_ entity: Entity) {
    let kinds = GTFSSchedule.files.flatMap(\.fields).map(\.kind)
    let keys = kinds.count { $0 == .key(entity) }
    let definitions = kinds.count { $0 == .defines(entity) }
    #expect(keys == 1 && definitions == 0 || keys == 0 && definitions > 0)
    #expect((entity.file != nil) == (keys == 1))
  }

  @Test func theKeyOfAnEntityIsThePrimaryKeyOfItsFile() {
    for file in GTFSSchedule.files {
      let keys = file.fields.filter { if case .key = $0.kind { true } else { false } }
      #expect(keys.count <= 1, "\(file.name)")
      if let key = keys.first { #expect(file.primaryKey == [key.name], "\(file.name)") }
    }
  }

  @Test func idsComeIntoBeingUnderTheNameOfTheirEntity() {
    for file in GTFSSchedule.files {
      for field in file.fields {
        switch field.kind {
        case .key(let entity), .defines(let entity):
          #expect(field.name == entity.idColumn, "\(file.name)")
        default: break
        }
      }
    }
  }

  @Test func columnsOfAnEntityAreInSnakeCase() {
    #expect(Entity.bookingRule.keyColumn == "booking_rule_key")
    #expect(Entity.fareMedia.idColumn == "fare_media_id")
  }
}
