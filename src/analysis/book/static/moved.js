// An old address leads on at once, to the same place and with the same settings.
const { href } = document.getElementById("target");
location.replace(href + location.search + location.hash);
