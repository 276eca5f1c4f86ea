module.exports = {
  display_information: { name: process.env.NAME },
  settings: { socket_mode_enabled: true },
};
