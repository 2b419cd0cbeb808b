/// The files of the GTFS Schedule reference, revision of April 2026
/// (<https://gtfs.org/documentation/schedule/reference/>).
public enum GTFSSchedule {
  /// In an order in which ids are known before they are referred to.
  public static let files: [GTFSFile] = [
    agency, levels, stops, routes, networks, routeNetworks,
    calendar, calendarDates, shapes, trips,
    bookingRules, locationGroups, locationGroupStops, locations,
    stopTimes, frequencies, transfers, pathways,
    areas, stopAreas, fareAttributes, fareRules,
    timeframes, riderCategories, fareMedia, fareProducts,
    fareLegRules, fareLegJoinRules, fareTransferRules,
    translations, feedInfo, attributions,
  ]
}
