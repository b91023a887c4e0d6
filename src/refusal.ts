/** A command that cannot be carried out as given; its message is for the person who typed it. */
export class CommandRefused extends Error {}
