import GTFSSchedule
import Testing

@Suite struct GTFSScheduleTests {
  @Test func everyFileOfTheReferenceIsThereOnce() {
    let reference = [
      "agency.txt", "stops.txt", "routes.txt", "trips.txt", "stop_times.txt", "calendar.txt",
      "calendar_dates.txt", "fare_attributes.txt", "fare_rules.txt", "timeframes.txt",
      "rider_categories.txt", "fare_media.txt", "fare_products.txt", "fare_leg_rules.txt",
      "fare_leg_join_rules.txt", "fare_transfer_rules.txt", "areas.txt", "stop_areas.txt",
      "networks.txt", "route_networks.txt", "shapes.txt", "frequencies.txt", "transfers.txt",
      "pathways.txt", "levels.txt", "location_groups.txt", "location_group_stops.txt",
      "locations.geojson", "booking_rules.txt", "translations.txt", "feed_info.txt",
      "attributions.txt",
    ]
    #expect(GTFSSchedule.files.map(\.name).sorted() == reference.sorted())
  }

  @Test func noFeedGoesWithoutItsTimetable() {
    #expect(
      Set(GTFSSchedule.files.filter(\.isRequired).map(\.name)) == [
        "agency.txt", "stops.txt", "routes.txt", "trips.txt", "stop_times.txt",
      ])
  }

  @Test func onlyLocationsAreGeoJSON() {
    for file in GTFSSchedule.files {
      #expect((file.format == .geoJSON) == file.name.hasSuffix(".geojson"), "\(file.name)")
    }
  }

  @Test func everyFileHasAViewOfItsOwn() {
    #expect(Set(GTFSSchedule.files.map(\.view)).count == GTFSSchedule.files.count)
  }

  @Test func noFileNamesAFieldTwice() {
    for file in GTFSSchedule.files {
      #expect(Set(file.fields.map(\.name)).count == file.fields.count, "\(file.name)")
    }
  }

  @Test func aPrimaryKeyIsMadeOfTheFilesOwnFields() {
    for file in GTFSSchedule.files {
      #expect(file.primaryKey.allSatisfy { file.fieldIndex($0) != nil }, "\(file.name)")
      #expect(Set(file.primaryKey).count == file.primaryKey.count, "\(file.name)")
    }
  }

  @Test func onlyTheFileOfOneRowHasNoPrimaryKey() {
    #expect(GTFSSchedule.files.filter(\.primaryKey.isEmpty).map(\.name) == ["feed_info.txt"])
  }

  @Test func aRequiredValueIsNeverDroppedFromTheTimetable() {
    for file in [GTFSSchedule.trips, GTFSSchedule.stopTimes, GTFSSchedule.calendar] {
      #expect(file.fields.allSatisfy { !$0.isRequired || !$0.isDescriptive }, "\(file.name)")
    }
  }

  @Test func basicExtendedAndFormerRouteTypesDoNotOverlap() {
    let types =
      GTFSSchedule.routeTypes + GTFSSchedule.extendedRouteTypes + GTFSSchedule.formerRouteTypes
    let codes = types.flatMap { Array($0) }
    #expect(Set(codes).count == codes.count)
  }

  @Test(arguments: [0, 3, 7, 11, 12, 109, 405, 716, 800, 1307, 1702])
  func aRouteTypeWithAMeaningIsKnown(_ code: Int) {
    #expect((GTFSSchedule.routeTypes + GTFSSchedule.extendedRouteTypes).contains { $0 ~= code })
  }

  @Test(arguments: [-1, 8, 10, 13, 99, 118, 199, 210, 406, 718, 1800])
  func aRouteTypeWithoutAMeaningIsNot(_ code: Int) throws {
    let field = try #require(GTFSSchedule.routes.fields.first { $0.name == "route_type" })
    guard case .oneOf(let ranges) = field.kind else {
      Issue.record("route_type is no list of codes")
      return
    }
    #expect(!ranges.contains { $0 ~= code })
  }
}
